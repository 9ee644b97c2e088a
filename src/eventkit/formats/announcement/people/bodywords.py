"""The words and endings of words by which organisations are known, in seven languages; folded."""

from __future__ import annotations

from eventkit.formats.announcement.text.words import word_set

__all__ = ["BODY_ENDS", "BODY_WORDS", "FIELDLIKE", "HOUSES", "LEADING", "LEGAL_FORMS", "UNITS"]

# After a name, with or without a comma: ``Acme, Inc.``.
LEGAL_FORMS = word_set(
    "inc ltd llc llp plc corp corporation co gmbh ag kg kgaa se ug ohg gbr mbh ev e.v e.k eg sa s.a"
    " sas s.a.s sarl s.a.r.l eurl sasu srl s.r.l spa s.p.a snc s.n.c sapa scarl s.c.a.r.l sl s.l"
    " slu"
    " s.l.u sc s.c bv b.v nv n.v vof vzw asbl aisbl ivzw aps as a.s asa ab oy oyj ltda lda s.a.u"
    " sau"
    " a.c i.a.p e.p.e e.p s.coop s.c.p e.i s.p.r.l sprl scs scop"
    " pty pvt kft zrt doo d.o.o sro s.r.o spzoo cv eirl e.i.r.l onlus odv ets apc cic pbc lp pte"
    " gmbh&co limited incorporated"
)

# With these an organisation begins in Romance languages: ``Direttrice Istituto Esempio``.
LEADING = word_set(
    "universita universite universidad universidade ateneo politecnico scuola ecole escuela escola"
    " accademia academie academia istituto institut instituto dipartimento departement departamento"
    " facolta faculte facultad faculdade laboratorio laboratoire centro centre ospedale hopital"
    " fondazione fondation fundacion fundacao associazione association asociacion associacao"
    " societa societe sociedad sociedade federazione federation federacion federacao ministero"
    " ministere ministerio agenzia agence agencia regione region comune mairie ayuntamiento"
    " prefeitura camara provincia provincie camera chambre banca banque banco gruppo groupe grupo"
    " impresa entreprise empresa azienda consorzio consortium consorcio cooperativa cooperative"
    " confederazione confederation confederacion unione union collegio college museo musee museu"
    " biblioteca bibliotheque osservatorio observatoire observatorio stichting vereniging gemeente"
    " provincie ministerie universiteit hogeschool rijksuniversiteit stiftung verein verband"
    " hochschule universitat bundesministerium bundesamt landesamt"
)

BODY_WORDS = (
    LEADING
    | word_set(
        # English
        "university college school academy institute institution polytechnic faculty department"
        " laboratory laboratories labs lab center hospital clinic foundation society union council"
        " commission committee ministry agency authority bureau parliament chamber bank company"
        " group holding holdings partners consulting ventures studio studios network alliance"
        " initiative museum library press media times news magazine journal publishing government"
        " municipality organisation organization nations trust solutions technologies technology"
        " systems software services industries international observatory congress senate court"
        " conservatory gallery theatre theater archive archives nonprofit charity cooperative coop"
        " airlines airways railways motors pharmaceuticals pharma energy bioscience biosciences"
        " capital insurance church police embassy abbey telecom robotics analytics cooperative"
        " guild league forum collective"
        " incubator accelerator startup fund cluster hub observatory workshop works watch farms"
        " foods dynamics interactive digital partnership unit division directorate secretariat"
        " service post gazette herald tribune tv radio broadcasting"
        # Italian
        " universitario giunta assessorato direzione ufficio dipartimenti cattedra"
        " cnr enea ispra inaf infn istat ente enti distretto rete lega sindacato cooperativa"
        " quotidiano rivista giornale casa tribunale corte questura prefettura asl ulss aou irccs"
        " polo osservatorio cantiere servizi commissione comitato citta ambasciata chiesa archivio"
        " sezione liceo"
        # French
        " sorbonne inria cnrs inserm inrae cea agence conseil reseau syndicat ministeres assemblee"
        " senat cour tribunal prefecture rectorat bureau direction cabinet etude pole maison"
        " mission"
        " delegation revue quotidien theatre metropole communaute mutuelle comite ville ambassade"
        " eglise barreau lycee archives"
        # German
        " technische fachhochschule schule akademie fakultat abteilung lehrstuhl krankenhaus klinik"
        " klinikum gesellschaft ministerium amt behorde kammer zentrum forschungszentrum netzwerk"
        " landkreis stadt land landtag bundestag bundesrat gericht bundesagentur anstalt werk werke"
        " verlag zeitung gruppe firma unternehmen bank sparkasse kanzlei museum bibliothek archiv"
        " kommission komitee ausschuss kirche botschaft rathaus plattform uni gymnasium"
        " sternwarte genossenschaft innung initiative bund institut buro referat dezernat tu fu lmu"
        " rwth fraunhofer helmholtz leibniz universitatsklinikum"
        # Spanish, Portuguese
        " hospital gobierno governo consejo conselho rede red junta diputacion generalitat colegio"
        " colegiado federacion sindicato periodico revista jornal editorial editora tribunal"
        " juzgado"
        " oficina area direccion secretaria servicio servico observatorio consejeria cabildo"
        " consulado"
        " embajada embaixada csic fiocruz embrapa usp unicamp petrobras prefeitura nucleo comision"
        " comissao bufete ciudad cidade iglesia igreja archivo arquivo escritorio"
        # Dutch
        " vakgroep faculteit afdeling ziekenhuis bedrijf maatschappij genootschap rijksmuseum waterschap"
        " rijkswaterstaat netwerk raad kamer bureau centrum museum bibliotheek uitgeverij krant"
        " tijdschrift umc tno knaw nwo rivm cbs unie bond kenniscentrum instituut werkgroep"
        " commissie stad kerk ambassade archief"
        # English, of particular trades and places
        " advisers advisors advisory airport aquarium architects associates attorneys bakery"
        " biennale bookshop bookstore borough brewery brigade bulletin campaign caucus"
        " chambers charities choir choirs chronicle coalition conservancy conservatoire"
        " consulate consultancy consultants cooperatives courier coworking diocese dispensary"
        " distillery echo entertainment fablab fellowship festival films harbor harbour"
        " hospice infirmary kindergarten leagues libraries magazines makerspace monastery"
        " mosque nursery orchard orchestra parish pharmacy pictures planetarium preschool"
        " productions quartet records refuge registry sanctuary seaport seminary sentinel"
        " solicitors surgery synagogue taskforce telegraph think-tank thinktank triennale"
        " vineyard vineyards winery zoo"
        # German, of particular trades and places
        " abendblatt adac anzeiger apotheke arbeitsagentur awo backerei bauernverband"
        " berufsschule bezirksamt biohof biospharenreservat bistum blatt brauerei buchhandlung"
        " buchladen bundesverband bundeswehr caritas dachverband dekanat desy dgb diakonie diw"
        " dlr drk druckerei dwd erzbistum fachverband feuerwehr fh finanzamt forstamt"
        " forstbetrieb funkhaus fzj galerie gemeinde gemeindeverwaltung gesamtschule"
        " gewerkschaft grundschule handwerkskammer hausarztpraxis haw hochschulverband htw hwk"
        " hwr iass ifo igm ihk jobcenter kirchengemeinde kita kommune kraftwerk"
        " kreisverwaltung kultusministerium kunsthalle kunstverein kurier landeskirche"
        " landesverband landratsamt metzgerei molkerei morgenpost mpi musikschule nabu"
        " nachrichten nationalpark naturpark oper orchester pfarrei philharmonie polizei"
        " polizeiprasidium praxis ptb realschule reederei regierungsprasidium rundfunk"
        " rundschau schauspielhaus senatskanzlei senatsverwaltung spedition staatskanzlei"
        " staatsministerium staatsoper staatstheater stadttheater stadtverwaltung stadtwerke"
        " tageblatt tierpark tum ufz umweltministerium verbandsgemeinde verbund vhs"
        " volkshochschule wasserverband wasserwerk wasserwirtschaftsamt weingut"
        " wirtschaftsministerium wzb zew zweckverband"
        # Italian, of particular trades and places
        " acli acquedotto aeronautica aido albo anci arci arpa arpae assessorati avis basilica"
        " birrificio cantina capitaneria carabinieri caseificio circolo coldiretti"
        " confagricoltura confartigianato confcommercio confcooperative confesercenti"
        " confindustria conservatorio consulta convento coro croce curia diocesi emittente"
        " esercito fattoria federparchi fiera frantoio galleria gruppi inail inps isprambiente"
        " laboratori legacoop legambiente libreria lipu masseria monastero officina officine"
        " foro ordine orto osservatori parco parrocchia pastificio pinacoteca polizia protezione"
        " radiotelevisione redazione riserva teatro tenuta unioncamere upb"
        # French, of particular trades and places
        " abattoir abbaye academies ademe afpa agglo agglomeration amap amicale anah anct ars"
        " atelier ateliers boulangerie brasserie brgm caf caserne cci cfa cfdt cgt chateau"
        " choeur chru chu cirad clinique cma cnes collectif collectifs comites commune"
        " compagnie confederations conseil-departemental couvent cpam departements ehess ehpad"
        " ens ensam federations fnsea fromagerie fsu gendarmerie gie greta groupement ifremer"
        " ign imprimerie incubateur ined insa insee interprofession ird isae iufm iut jardin"
        " laiterie librairie ligue lycees mairies medef monastere mosquee msa musees"
        " observatoires ofb onera onf ong opera orchestre parc paroisse pepiniere pharmacie"
        " polyclinique prefectures rectorats scierie societes sous-prefecture technopole"
        " urssaf usine"
        # Spanish, of particular trades and places
        " abadia acuario adif aena aeropuerto afip aguas alcaldia alianza almazara anses"
        " arzobispado asamblea aseguradora auditorio autoridad bodega bodegas cadena cajamar"
        " ccoo ceip cementos ceoe ceplan cepyme cerveceria clinica cofradia colectivo comarca"
        " comisaria conacyt concejo confederaciones conicet consejerias conselleria"
        " contraloria cooperativas defensoria delegacion despacho diario diocesis ejercito"
        " emisora estudio farmacia feria finca frente gabinete galeria gobernacion granja"
        " hermandad huerta ies inia insst inta intendencia laboratorios liga mancomunidad"
        " ministerios monasterio mutua notaria obispado once orquesta osakidetza panaderia"
        " parque parroquia plataforma policia policlinica principado procuraduria puerto"
        " queseria renfe restaurante sanatorio semanario sergas sescam subdelegacion"
        " superintendencia televisora uam uclm ucm ugt unam uned upc upm upv xunta zoologico"
        # Portuguese, of particular trades and places
        " adega aeroporto agrupamento ajap alianca anvisa aquario arquidiocese assembleia"
        " ateneu autoridade caixa capes cartorio cervejaria cgtp cnpq coletivo concelho"
        " confederacao controladoria corporacao correio cortes direcao-geral direccao-geral"
        " distrito emissora escolas exercito fazenda fct feira freguesia governos herdade"
        " ibama ibge icmbio icnf inesc inpe inspecao instituto-geral ipea ipma irmandade"
        " jardim liceu livraria lnec misericordia mosteiro municipio orquestra padaria"
        " paroquia procuradoria puc queijaria sebrae seguradora senac senai sesc tribunais ubs"
        " ufba ufmg ufrj ufsc unb unesp vinicola"
        # Dutch, of particular trades and places
        " abdij accountants actiegroep adviesbureau advocaten agentschap alliantie apotheek"
        " architectenbureau atheneum autoriteit bakkerij basisschool beurs bisdom blad"
        " boekhandel boerderij brandweer brouwerij cnv coalitie collectief confederatie"
        " conservatorium cooperatie corporatie dagblad defensie dienst fabriek federatie fnv"
        " gemeentebestuur ggd ggz haven havenbedrijf hbo hoogheemraadschap huisartsenpraktijk"
        " huisartsenpraxis ilvo inbo ingenieursbureau inspectie kaasmakerij kabinet kazerne"
        " kinderopvang kliniek klooster koor kuleuven kvk kwekerij landgoed lto luchthaven"
        " lumc lyceum mbo ministeries moskee museumvereniging natuurmonumenten notarissen ocmw"
        " omgevingsdienst omroep orkest parket parochie platform politie praktijk prorail"
        " provinciehuis rechtbank redactie restaurant rijksdienst rijksoverheid roc schouwburg"
        " spoorwegen staatsbosbeheer stadhuis stadsarchief synagoge uantwerpen ugent uhasselt"
        " uitzendbureau umcg unizo vakbond vbo vdab veiligheidsregio verbond vito vlaio"
        " vno-ncw voka vub waterschappen weekblad werkplaats wijngoed woningcorporatie zender"
        " zuivel"
        # Names of their own
        " eth epfl mit ucl ulb kul lse cern oecd ocse ocde unesco who oms onu nato fao ilo wto wipo"
        " esa nasa imf ecb bce iaea undp unicef unhcr wwf bbc zdf ard nhs ibm sap siemens"
        " google microsoft amazon meta apple mozilla wikimedia wikipedia greenpeace oxfam commons"
    )
) - word_set("editora secretaria area direction mission land post state city town service")

# They name an organisation at the end, and a field at the beginning: ``Media Relations``.
FIELDLIKE = word_set(
    "energy digital media press capital insurance services systems solutions technologies technology"
    " software industries publishing news times dynamics interactive analytics telecom robotics pharma"
    " water power electric gas mining metals steel chemicals plastics textiles apparel brands retail"
    " stores hotels resorts restaurants catering travel tours aerospace aviation defence defense"
    " automotive electronics instruments devices diagnostics therapeutics genomics biologics medical"
    " healthcare health logistics shipping freight rail utilities labs partners legal advies beratung"
    " arquitetos arquitectos architectes architetti architecten architekten engenheiros ingenieros"
    " ingenieurs ingegneri consultores consultants consulenti asociados associados associati associes"
    " commercialisti notaires notai hoveniers makelaars"
    " rechtsanwalte anwalte consulenza consultoria conseils asesores abogados advogados avocats avvocati"
    " bioscience biosciences consulting network networks government watch works service initiative"
    " startup startups cluster international business community area ufficio servizi direzione service"
    " servicio servicos etude mission delegation oficina sezione referat stadt land uni bund"
)

# Parts of an organisation, which is named after them.
UNITS = word_set(
    "school department dept faculty institute centre center division unit laboratory lab section"
    " programme program group team office college dipartimento facolta scuola centro istituto"
    " laboratorio ufficio sezione area divisione departement faculte ecole laboratoire service"
    " direction pole ufr institut abteilung fakultat fachbereich lehrstuhl professur referat dezernat"
    " zentrum arbeitsgruppe departamento facultad escuela servicio direccion unidad catedra"
    " faculdade escola servico direcao unidade gabinete nucleo afdeling faculteit vakgroep instituut"
    " centrum dienst leerstoel opleiding"
)

# A woman by her trade, or a company: ``Consultora Ejemplo``.
HOUSES = word_set(
    "consultora constructora productora aseguradora distribuidora operadora gestora desarrolladora"
    " comercializadora editora promotora incubadora aceleradora transportadora administradora"
    " exportadora importadora auditora"
)

BODY_ENDS = (
    "universitat", "universiteit", "hochschule", "institut", "instituts", "instituut",
    "ministerium", "ministeriums", "ministerie", "verein", "verband", "gesellschaft", "bank",
    "kammer", "stiftung", "akademie", "zentrum", "centrum", "werke", "schule", "agentur",
    "vereniging", "stichting", "klinik", "klinikum", "museum", "museums", "bibliothek", "verlag",
    "zeitung", "genossenschaft", "behorde", "landesamt", "bundesamt", "ziekenhuis", "bibliotheek",
    "genootschap", "bedrijf", "netzwerk", "netwerk", "initiative", "kanzlei", "verbands", "amts",
    "vereins", "zentrums", "krankenhaus", "forum", "labor", "lab", "labs", "soft", "tech",
    "biotech",
)  # fmt: skip
